import { hash, verify } from "@node-rs/argon2";

// Argon2id, the library's default kind, at the cost that OWASP names first.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// Of a password nobody has: unknown addresses take as long to refuse as known ones.
const nobody = "$argon2id$v=19$m=19456,t=2,p=1$zWoGFNqeKh3E91WNFXW1lA$KpVtUaB5ovI/s8Eh0NvnlVCy1Ale3RLN/Hj15devDf8";

// The same letters may be typed as different code points on different keyboards.
const normal = (password: string) => password.normalize("NFKC");

/** The Argon2id hash of a password. Slow on purpose: call it outside of transactions. */
export const hashPassword = (password: string): Promise<string> => hash(normal(password), cost);

/** Whether the password fits the hash; without a hash it takes the same time and answers no. */
export async function passwordFits(stored: string | null | undefined, password: string): Promise<boolean> {
  const fits = await verify(stored ?? nobody, normal(password));
  return fits && Boolean(stored);
}
