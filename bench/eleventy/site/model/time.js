/** Dates of Vietnam's zone, which has one offset. */

const pad = (number) => String(number).padStart(2, '0');
export const inZone = (date) => new Date(date.getTime() + 25_200_000);

/** `17/02/2020` */
export function day(date) {
  const local = inZone(date);
  return `${pad(local.getUTCDate())}/${pad(local.getUTCMonth() + 1)}/${local.getUTCFullYear()}`;
}

/** `17/02/2020 | 15:47` */
export function moment(date) {
  return `${day(date)} | ${inZone(date).toISOString().slice(11, 16)}`;
}

/** `2020-02-17T15:47:00+07:00` */
export function rfc3339(date) {
  return `${inZone(date).toISOString().slice(0, 19)}+07:00`;
}

/** `Mon, 17 Feb 2020 15:47:00 +0700` */
export function rfc822(date) {
  return inZone(date).toUTCString().replace('GMT', '+0700');
}
