import { rebuildCompendium } from "~/compendium/projections.server";
import { connect } from "../connect";

/** `npm run compendium:rebuild`: makes the public read model anew from the records it is made of. */
export async function run(): Promise<void> {
  const connection = await connect({ join: true, say: (sentence) => console.error(sentence) });
  try {
    const { pledges, organisations } = await rebuildCompendium();
    console.log(`Rebuilt ${pledges} pledges and ${organisations} organisations.`);
  } finally {
    await connection.close();
  }
}
