import { rmSync } from "node:fs";
import { startMailStandIn } from "./mail-stand-in";

/** The mail service that the tested server talks to, and the end of its throwaway data. */
export default async function setup() {
  const mail = await startMailStandIn(Number(new URL(process.env.E2E_MAIL ?? "").port));
  return async () => {
    await mail.close();
    rmSync(process.env.E2E_DATA_DIR ?? "", { recursive: true, force: true });
  };
}
