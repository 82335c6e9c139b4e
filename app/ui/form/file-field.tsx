import { useT } from "~/platform/i18n/react";
import { FieldFrame } from "./field";
import { type FieldProps, useField } from "./field-source";

type FileFieldProps = Omit<FieldProps, "hint"> & {
  /** For the browser's dialogue, such as ".pdf,.png". */
  accept: string;
  /** The same for people, such as "PDF, PNG", and the limit, such as "20 MB". */
  types: string;
  size: string;
  multiple?: boolean;
};

/** Files. Their form must be `multipart` and apart from the main form, so that they are kept before it is sent (E10). */
export function FileField(props: FileFieldProps) {
  const t = useT("ui");
  const hint = t("form.file_hint", { types: props.types, size: props.size });
  const at = useField({ ...props, hint });
  return (
    <FieldFrame at={at} label={props.label} hint={hint} optional={props.optional}>
      <input id={at.id} name={at.name} type="file" accept={props.accept} multiple={props.multiple} {...at.aria} />
    </FieldFrame>
  );
}
