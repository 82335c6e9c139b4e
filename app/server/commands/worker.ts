import { log } from "~/platform/log.server";
import { connect } from "../connect";
import { startWorker } from "../worker";

/** The child that `serve` forks: works until its parent lets go of it, or dies. */
export async function run(): Promise<void> {
  // Ctrl-C reaches the whole group; the parent decides when this one ends.
  process.on("SIGINT", () => {});
  const connection = await connect({ join: true, say: (sentence) => log.warn(sentence) });
  const worker = await startWorker(connection.ownerUrl);
  const end = async (code: number) => {
    await worker.stop().catch(() => {});
    await connection.close();
    process.exit(code);
  };
  process.on("disconnect", () => void end(0));
  if (!process.connected) await end(0);
  worker.ended.catch((error: unknown) => {
    log.error({ err: error }, "the worker cannot go on");
    void end(1);
  });
}
