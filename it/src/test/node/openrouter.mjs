import { OpenRouter } from '@openrouter/sdk';
import { done, finished, key, origin, prompt } from './run.mjs';

const videos = new OpenRouter({ apiKey: key, serverURL: `${origin}/api/v1` }).videoGeneration;
const created = await videos.generate({
  videoGenerationRequest: { model: 'google/veo-3.1', prompt, duration: 8, resolution: '720p', aspectRatio: '16:9' },
});
const { job, states } = await finished(
  () => videos.getGeneration({ jobId: created.id }),
  (reply) => reply.status,
  'completed',
  'failed',
);
if (job.usage?.cost === undefined || job.unsignedUrls?.length !== 1) {
  throw new Error(`no cost or no clip: ${JSON.stringify(job)}`);
}
await done(created.id, states, new Response(await videos.getVideoContent({ jobId: created.id })));
