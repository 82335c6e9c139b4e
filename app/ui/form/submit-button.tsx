import type { ReactNode } from "react";
import { Button } from "../button";

type SubmitButtonProps = {
  children: ReactNode;
  second?: boolean;
  small?: boolean;
  /** Sends this form to another address: each act is its own route. */
  formAction?: string;
  /** Conform's intents (add and remove rows) travel as name and value. */
  name?: string;
  value?: string;
  /** Id of the sentence that says why the button cannot work yet; it stays focusable and says so. */
  blockedBy?: string;
};

/** Sends the form. */
export function SubmitButton({ blockedBy, ...rest }: SubmitButtonProps) {
  return <Button {...rest} aria-disabled={blockedBy ? true : undefined} aria-describedby={blockedBy} />;
}
