// Other people's fake servers: node aimock.mjs CLIP; prints where they listen, and ends with its standard input.
import { LLMock } from '@copilotkit/aimock';
import { readFileSync } from 'node:fs';
import { createServer, request } from 'node:http';

const clip = readFileSync(process.argv[2]);
const host = '127.0.0.1';

function listening(handler) {
  return new Promise((resolve) => {
    const server = createServer(handler).listen(0, host, () => resolve(`http://${host}:${server.address().port}`));
  });
}

// Where the fake servers say that the clip is; a key must not come here.
const keysSeen = [];
const clips = await listening((incoming, reply) => {
  keysSeen.push(...Object.keys(incoming.headers).filter((name) => /authorization|key/.test(name)));
  reply.writeHead(keysSeen.length ? 400 : 200, { 'Content-Type': 'video/mp4', 'Content-Length': clip.length });
  reply.end(clip);
});
const url = `${clips}/clip.mp4`;

const queue = { pollsBeforeInProgress: 1, pollsBeforeCompleted: 2 };
const mock = new LLMock({
  port: 0,
  host,
  logLevel: 'silent',
  falQueue: queue,
  openRouterVideo: queue,
  grokVideo: queue,
  bytePlusVideo: queue,
});
const video = { id: 'video_of_aimock', status: 'completed', url, b64: clip.toString('base64'), cost: 0.25, duration: 6 };
mock.onVideo(/pier/, { video });
mock.onFalVideo(/kling-video/, { video });
mock.on(
  { endpoint: 'video', userMessage: /lighthouse/ },
  { json: { id: 'cgt-1', status: 'succeeded', content: { video_url: url }, usage: { completion_tokens: 1000 } } },
);
const origin = await mock.start();

// aimock knows fal's requests by a header that fal's own client sets through a proxy.
const fal = await listening((incoming, reply) => {
  const onward = request(
    `${origin}/fal${incoming.url}`,
    { method: incoming.method, headers: { ...incoming.headers, 'x-fal-target-host': 'queue.fal.run' } },
    (answer) => {
      reply.writeHead(answer.statusCode, answer.headers);
      answer.pipe(reply);
    },
  );
  incoming.pipe(onward);
});

console.log(JSON.stringify({ origin, fal }));
process.stdin.on('end', () => process.exit()).resume();
