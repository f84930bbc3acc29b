/** Room for bytes outside of memory. What was put there is had until the next build begins. */
export interface Spill {
  /** Where the bytes are from then on; undefined if there is no room for them. */
  add(bytes: Uint8Array): number | undefined;
  /** So many bytes from a place on. Throws what the disk says. */
  read(place: number, length: number): Uint8Array;
  /** Forgets all that was put there. */
  clear(): void;
}

/** No room but memory. */
export const NO_SPILL: Spill = {
  add: () => undefined,
  read() {
    throw new Error('Nothing was put there.');
  },
  clear() {},
};
