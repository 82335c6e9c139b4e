import { createFirstAdministrator, resetFactorOf } from "~/accounts/first-administrator/commands.server";
import { emailField } from "~/accounts/schema";
import { address } from "~/addresses";
import { env } from "~/platform/env";
import { Conflict, NotFound } from "~/platform/errors";
import { StartError } from "~/platform/start-error";
import type { CommandInput } from "../command-input";
import { connect } from "../connect";

const usage = "Use: npm run admin -- create <e-mail>, or: npm run admin -- reset-factor <e-mail>.";

/** `npm run admin`: the first administrator of a server, and the way back in when the second factor is lost. */
export async function run({ argv }: CommandInput): Promise<void> {
  const [act, typed] = argv;
  const email = emailField.safeParse(typed);
  if ((act !== "create" && act !== "reset-factor") || !email.success) throw new StartError(usage);
  const connection = await connect({ join: true, say: (sentence) => console.error(sentence) });
  try {
    if (act === "create") await create(email.data);
    else await resetFactor(email.data);
  } finally {
    await connection.close();
  }
}

async function create(email: string): Promise<void> {
  try {
    const { secret } = await createFirstAdministrator(email);
    console.log(
      `Open this address within 48 hours to choose a password. It works once:\n${env.APP_URL}${address.resetPassword("en", secret)}`,
    );
  } catch (error) {
    if (error instanceof Conflict)
      throw new StartError("There is an administrator who can sign in: they appoint others on the page People.");
    throw error;
  }
}

async function resetFactor(email: string): Promise<void> {
  try {
    await resetFactorOf(email);
    console.log(`The second step of ${email} was reset. It is set up again at the next sign-in.`);
  } catch (error) {
    if (error instanceof NotFound) throw new StartError(`There is no account with the address ${email}.`);
    throw error;
  }
}
