import * as z from "zod";
import { reasonSchema } from "../submission/schema";

/** A published pledge with a revision under way: which of the two is withdrawn. */
export const withdrawalSchema = reasonSchema.extend({ what: z.enum(["revision", "pledge"]) });
