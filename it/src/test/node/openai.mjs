import OpenAI from 'openai';
import { done, finished, key, origin, prompt } from './run.mjs';

const { videos } = new OpenAI({ apiKey: key, baseURL: `${origin}/v1`, maxRetries: 0 });
const created = await videos.create({ model: 'sora-2', prompt, seconds: '4', size: '1280x720' });
const { states } = await finished(
  () => videos.retrieve(created.id),
  (video) => video.status,
  'completed',
  'failed',
);
const listed = await videos.list();
if (listed.data.length !== 1 || listed.data[0].id !== created.id) {
  throw new Error(`the list has other videos: ${JSON.stringify(listed)}`);
}
await done(created.id, states, await videos.downloadContent(created.id));
