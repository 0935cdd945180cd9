import { createXai } from '@ai-sdk/xai';
import { done, fetched, key, origin, prompt } from './run.mjs';

const states = [];
// The client polls by itself and tells nothing of it.
const seen = async (url, init) => {
  const response = await fetch(url, init);
  const reply = await response.clone().json();
  states.push(reply.status ?? 'created');
  return response;
};
const { videos, providerMetadata } = await createXai({ apiKey: key, baseURL: `${origin}/v1`, fetch: seen })
  .video('grok-imagine-video')
  .doGenerate({
    prompt,
    n: 1,
    duration: 6,
    aspectRatio: '16:9',
    providerOptions: { xai: { resolution: '720p', pollIntervalMs: 20, pollTimeoutMs: 10_000 } },
  });
const { requestId, costInUsdTicks } = providerMetadata.xai;
if (costInUsdTicks === undefined) {
  throw new Error(`no cost: ${JSON.stringify(providerMetadata)}`);
}
await done(requestId, states.slice(1), await fetched(videos[0].url));
