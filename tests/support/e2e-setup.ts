import { startMailStandIn } from "./mail-stand-in";

/** The mail service that the tested server talks to. */
export default async function setup() {
  const mail = await startMailStandIn(Number(new URL(process.env.E2E_MAIL ?? "").port));
  return () => mail.close();
}
