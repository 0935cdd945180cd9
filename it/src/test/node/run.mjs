// What the clients' scripts share: node SCRIPT ORIGIN KEY FILE; the last line of output tells the job and its states.
import { writeFile } from 'node:fs/promises';

export const [origin, key, file] = process.argv.slice(2);
export const prompt = '一只猫 on a pier at dusk';

const PAUSE_MILLIS = 20;
const MOST_POLLS = 100;

/** Polls until the state is the good or the bad end. */
export async function finished(poll, stateOf, good, bad) {
  const states = [];
  for (let i = 0; i < MOST_POLLS; i++) {
    const job = await poll();
    states.push(stateOf(job));
    if (states.at(-1) === good) {
      return { job, states };
    }
    if (states.at(-1) === bad) {
      break;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLIS));
  }
  throw new Error(`ended as ${states.at(-1)}: ${JSON.stringify(await poll())}`);
}

/** For clients that leave the clip's address to the user. */
export async function fetched(url) {
  const response = await fetch(url);
  if (!response.ok) {
    throw new Error(`HTTP ${response.status} for the clip`);
  }
  return response;
}

/** Keeps the clip and tells how the job went. */
export async function done(id, states, response) {
  if (response) {
    await writeFile(file, Buffer.from(await response.arrayBuffer()));
  }
  console.log(JSON.stringify({ id, states }));
}
