import * as z from "zod";
import { msg } from "~/platform/i18n/message";

export const listUploadSchema = z.object({
  file: z
    .instanceof(File, { error: msg("error.file_required") })
    .refine((file) => file.size > 0, msg("error.file_required")),
});

/** The prepared list that the person saw: another one since then is not the one they mean. */
export const listChoiceSchema = z.object({ listId: z.uuid() });
