import { GoogleGenAI } from '@google/genai';
import { done, file, finished, key, origin, prompt } from './run.mjs';

const ai = new GoogleGenAI({ apiKey: key, httpOptions: { baseUrl: origin } });
const created = await ai.interactions.create({
  model: 'gemini-omni-1.1-flash',
  background: true,
  input: [{ type: 'text', text: prompt }],
  response_format: {
    type: 'video',
    delivery: 'uri',
    aspect_ratio: '16:9',
    resolution: '720p',
    duration: '8s',
  },
});
const { job, states } = await finished(
  () => ai.interactions.get(created.id),
  (interaction) => interaction.status,
  'completed',
  'failed',
);
const video = job.steps
  .filter((step) => step.type === 'model_output')
  .flatMap((step) => step.content)
  .find((content) => content.type === 'video');
// The client takes a file by its address only if that is https; by its name it does.
await ai.files.download({ file: /files\/[^:]+/.exec(video.uri)[0], downloadPath: file });
await done(created.id, states);
