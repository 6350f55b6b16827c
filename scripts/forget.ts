/** npm run forget: forgets by hand what is over, as the running server does every hour, and says what it was. */
import { forgetDue, type Counted } from "~/data/forgetting.server";
import { asOwner, runCommand } from "./data-in/command";
import { readArguments } from "./data-in/read-arguments";
import { Refusal } from "./postgres/refusal";

const USAGE = `npm run forget

Forgets who held, who asked and what was said, 72 hours after it was over. A running server does so by itself.`;

const KINDS: Record<keyof Counted, string> = {
  holds: "Holds that no longer say whose they were",
  waits: "Waits for a room that no longer say who waited",
  asks: "Asks that no longer say who asked, or what was said",
  keys: "Answers to changes that are no longer kept",
};

await runCommand(async () => {
  const { files } = readArguments(process.argv.slice(2), { text: [], flags: [] }, USAGE);
  if (files.length > 0) throw new Refusal(`"${files[0]}" is not understood: this command takes nothing.`);
  await asOwner("npm run forget", async () => {
    const counted = await forgetDue();
    if (!counted) throw new Refusal("A running server forgets at this moment. Look again in a minute.");
    for (const [kind, words] of Object.entries(KINDS))
      console.log(`${words}: ${counted[kind as keyof Counted]}`);
  });
});
