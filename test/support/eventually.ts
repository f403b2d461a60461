/** Waits for what happens in the background; fails after some seconds. */
export async function eventually(holds: () => boolean): Promise<void> {
  for (let waited = 0; waited < 10_000; waited += 50) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("what was waited for did not happen");
}
