(() => {
  'use strict';
  const all = (selector, root) => [...(root || document).querySelectorAll(selector)];
  const make = (tag, properties, ...children) => {
    const node = Object.assign(document.createElement(tag), properties);
    node.append(...children);
    return node;
  };
  const cards = all('article[data-name]').filter(card => card.querySelector('video'));
  const status = document.querySelector('#status');

  // Controls cover a third of a picture; until it is played, the picture is what counts.
  const players = all('.stage video');
  for (const video of players) {
    const name = video.closest('article').querySelector('h2').textContent;
    const play = make('button', { type: 'button', className: 'play', ariaLabel: 'Play ' + name });
    video.controls = false;
    video.after(play);
    play.addEventListener('click', () => {
      play.remove();
      video.controls = true;
      if (!video.poster) {
        video.currentTime = 0;
      }
      video.play();
      video.focus();
    });
  }

  const heading = make('h2', { id: 'theatre-title' });
  const screens = make('div', { className: 'screens' });
  const bar = make('div', { className: 'bar' });
  const theatre = make('dialog', { className: 'theatre' }, heading, screens, bar);
  theatre.setAttribute('aria-labelledby', 'theatre-title');
  document.body.append(theatre);
  theatre.addEventListener('close', () => screens.replaceChildren());

  const button = (text, action) => {
    const node = make('button', { type: 'button' }, text);
    node.addEventListener('click', action);
    return node;
  };
  const screen = card => {
    const source = card.querySelector('video');
    const video = make('video', { src: source.getAttribute('src').replace(/#.*/, ''), controls: true });
    video.playsInline = true;
    video.setAttribute('aria-label', source.getAttribute('aria-label'));
    return video;
  };
  const stopPlayers = () => players.forEach(video => video.pause());

  const playFrom = position => {
    const card = cards[position];
    const video = screen(card);
    heading.textContent = card.dataset.name + ' (' + (position + 1) + ' of ' + cards.length + ')';
    screens.replaceChildren(video);
    const next = () => position + 1 < cards.length ? playFrom(position + 1) : theatre.close();
    video.addEventListener('ended', next);
    bar.replaceChildren(
        button('Previous', () => playFrom(Math.max(0, position - 1))),
        button('Next', next),
        button('Close', () => theatre.close()));
    video.play();
  };
  const playAll = document.querySelector('#play-all');
  if (playAll && cards.length > 1) {
    playAll.hidden = false;
    playAll.addEventListener('click', () => {
      stopPlayers();
      theatre.showModal();
      playFrom(0);
    });
  }

  const compare = (one, other) => {
    const videos = [screen(one), screen(other)];
    heading.textContent = one.dataset.name + ' and ' + other.dataset.name;
    screens.replaceChildren(...[one, other].map((card, side) =>
        make('figure', {}, videos[side], make('figcaption', {}, card.dataset.name))));
    videos[1].muted = true;
    const both = () => videos.forEach(video => {
      video.currentTime = 0;
      video.play();
    });
    bar.replaceChildren(button('Play both', both), button('Close', () => theatre.close()));
    stopPlayers();
    theatre.showModal();
  };
  let chosen;
  if (cards.length > 1) {
    for (const choose of all('[data-compare]')) {
      choose.hidden = false;
      choose.addEventListener('click', () => {
        const card = choose.closest('article');
        if (chosen && chosen !== choose) {
          const first = chosen.closest('article');
          chosen.setAttribute('aria-pressed', 'false');
          chosen = undefined;
          status.textContent = '';
          compare(first, card);
          return;
        }
        chosen = chosen ? undefined : choose;
        choose.setAttribute('aria-pressed', String(Boolean(chosen)));
        status.textContent = chosen ? 'Choose the clip to compare ' + card.dataset.name + ' with.' : '';
      });
    }
  }

  // A page from the disk may have no clipboard: then the text is selected and copied the old way.
  const copy = async code => {
    try {
      await navigator.clipboard.writeText(code.textContent);
      return true;
    } catch (error) {
      getSelection().selectAllChildren(code);
      return document.execCommand('copy');
    }
  };
  for (const copier of all('[data-copy]')) {
    copier.hidden = false;
    copier.addEventListener('click', async () => {
      const done = await copy(copier.parentElement.querySelector('code'));
      copier.textContent = done ? 'Copied' : 'Selected: copy it with Ctrl+C';
    });
  }
})();
