import { createFalClient } from '@fal-ai/client';
import { done, fetched, finished, key, origin, prompt } from './run.mjs';

// The client knows no other address than its own.
const here = (url, init) => fetch(String(url).replace('https://queue.fal.run', origin), init);
const { queue } = createFalClient({ credentials: key, fetch: here });
const model = 'fal-ai/kling-video/v3/pro/text-to-video';
const created = await queue.submit(model, { input: { prompt, duration: '5', aspect_ratio: '16:9' } });
const requestId = created.request_id;
const { states } = await finished(
  () => queue.status(model, { requestId }),
  (reply) => reply.status,
  'COMPLETED',
);
const result = await queue.result(model, { requestId });
await done(requestId, states, await fetched(result.data.video.url));
