import { verifyTrail } from "~/audit/verify.server";
import { StartError } from "~/platform/start-error";
import { anchorFile, connect } from "../connect";

/** `npm run audit:verify`: checks the audit chain and names the first broken entry. */
export async function run(): Promise<void> {
  const connection = await connect({ join: true, say: (sentence) => console.error(sentence) });
  const { entries, fault } = await verifyTrail(anchorFile());
  await connection.close();
  if (fault) throw new StartError(`The audit trail is broken at entry ${fault.seq}: ${fault.why}.`);
  console.log(`The audit trail is whole: ${entries} entries.`);
}
