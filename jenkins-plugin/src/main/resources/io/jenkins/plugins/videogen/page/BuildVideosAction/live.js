// Shows how the videos of a running build go on: asks for the same list again until the build ends.
(function () {
  const PAUSE = 3000;
  // Between two videos of a build there is nothing to show for a while, and a restart takes its time.
  const MOST_FAILURES = 100;
  let failures = 0;

  function refresh(area) {
    fetch(area.dataset.url, { cache: "no-store" })
      .then((reply) => (reply.ok ? reply.text() : Promise.reject(reply.status)))
      .then((html) => {
        failures = 0;
        const fresh = new DOMParser().parseFromString(html, "text/html");
        fresh.querySelectorAll("[data-videogen-part]").forEach((part) => {
          const old = area.querySelector(`[data-videogen-part="${part.dataset.videogenPart}"]`);
          if (old && old.outerHTML !== part.outerHTML) {
            old.replaceWith(part);
          }
        });
        if (area.querySelector('[data-building="true"]')) {
          later(area);
        }
      })
      .catch(() => {
        failures++;
        if (failures < MOST_FAILURES) {
          later(area);
        }
      });
  }

  function later(area) {
    setTimeout(() => refresh(area), PAUSE);
  }

  document.querySelectorAll(".videogen-live").forEach(later);
})();
