import RunwayML from '@runwayml/sdk';
import { done, fetched, finished, key, origin, prompt } from './run.mjs';

const runway = new RunwayML({ apiKey: key, baseURL: origin, maxRetries: 0 });
const created = await runway.textToVideo.create({
  model: 'gen4.5',
  promptText: prompt,
  ratio: '1280:720',
  duration: 5,
});
const { job, states } = await finished(
  () => runway.tasks.retrieve(created.id),
  (task) => task.status,
  'SUCCEEDED',
  'FAILED',
);
if (created.estimatedCost.credits === undefined || job.cost.credits === undefined) {
  throw new Error(`no cost: ${JSON.stringify(job)}`);
}
await done(created.id, states, await fetched(job.output[0]));
