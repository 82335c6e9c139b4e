import type { RegistrationInput } from "~/organisations/registration/schema";

/** A complete registration of an invented company, with what a test wants to be different. */
export const registration = (different: Partial<RegistrationInput> = {}): RegistrationInput => ({
  officialName: "Example Reef Networks Limited",
  constituency: "private_sector",
  country: "TUV",
  ituMember: false,
  legalForm: "Limited company",
  registrationNumber: "C-1001",
  registrationAuthority: "Registrar of Companies",
  registeredAddress: "1 Harbour Road, Funafuti",
  yearFounded: 2009,
  compactCommitment: true,
  people: [{ role: "highest_leader", fullName: "Lead One" }],
  mayAct: true as const,
  ...different,
});
