import { connect } from "../connect";

/** `npm run migrate`: brings the database up to date without serving, for deployments that do this as a step of its own. */
export async function run(): Promise<void> {
  const connection = await connect({ join: true, say: (sentence) => console.error(sentence) });
  await connection.close();
  console.log("The database is up to date.");
}
