import Replicate from 'replicate';
import { done, fetched, key, origin, prompt } from './run.mjs';

const replicate = new Replicate({ auth: key, baseUrl: `${origin}/v1`, useFileOutput: false });
const predictions = new Map();
const output = await replicate.run(
  'google/veo-3',
  { input: { prompt, duration: 8, aspect_ratio: '16:9' }, wait: { mode: 'poll', interval: 20 } },
  (prediction) => predictions.set(prediction.status, prediction.id),
);
const listed = await replicate.predictions.list();
const id = predictions.get('succeeded');
if (listed.results.length !== 1 || listed.results[0].id !== id) {
  throw new Error(`the list has other predictions: ${JSON.stringify(listed)}`);
}
await done(id, [...predictions.keys()], await fetched([output].flat()[0]));
