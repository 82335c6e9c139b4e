import { msg } from "~/platform/i18n/message";

/** Shortest password taken, in characters. */
export const PASSWORD_MIN = 10;
/** Longest, so that hashing cannot be used to keep the server busy. */
export const PASSWORD_MAX = 200;

// What is tried first by those who guess; compared without case, spaces and signs.
const common = new Set(
  [
    "1234567890 0123456789 12345678910 123456789a 1234567891 1111111111 0000000000 1q2w3e4r5t qwertyuiop asdfghjkl",
    "passwordpassword password12 password123 password1234 motdepasse contrasena letmein123 welcome123 iloveyou12",
    "administrator adminadmin admin12345 changeme123 qwerty12345 qwertyqwerty abcdefghij abcd123456 a1b2c3d4e5",
    "partner2connect digitalcoalition connectivity sustainable unitednations",
  ]
    .join(" ")
    .split(" "),
);

/**
 * Why a password cannot be taken, as a message string, or undefined: at least ten characters, not the e-mail address or the part before
 * its @, not one character repeated, not one of the common ones.
 */
export function passwordFault(password: string, email: string): string | undefined {
  if ([...password].length < PASSWORD_MIN) return msg("accounts:error.password_short", { min: PASSWORD_MIN });
  if (password.length > PASSWORD_MAX) return msg("error.too_long", { max: PASSWORD_MAX });
  const plain = password.toLowerCase().replace(/[\s._-]+/g, "");
  const address = email.toLowerCase();
  if (plain === address.replace(/[\s._-]+/g, "") || plain === address.split("@")[0]?.replace(/[\s._-]+/g, ""))
    return msg("accounts:error.password_is_email");
  if (common.has(plain) || new Set(plain).size < 3) return msg("accounts:error.password_common");
  return undefined;
}
