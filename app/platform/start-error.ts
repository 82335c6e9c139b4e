/** Something the person who starts the application can put right. Its message is one sentence for that person, shown without a stack. */
export class StartError extends Error {
  override name = "StartError";
}
