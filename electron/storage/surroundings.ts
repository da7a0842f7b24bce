/** What the machine lends to storage: the clock, fresh ids (uuid v7) and the name of this device. */
export type Surroundings = { readonly now: () => Date; readonly newId: () => string; readonly device: string };
