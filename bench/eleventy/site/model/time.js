/** Dates of Vietnam's zone, which has one offset. */

export const two = (number) => String(number).padStart(2, '0');
export const inZone = (date) => new Date(date.getTime() + 25_200_000);

/** All that pages write of a moment. */
export function momentOf(date) {
  const local = inZone(date);
  const [year, month, day] = [local.getUTCFullYear(), local.getUTCMonth() + 1, local.getUTCDate()];
  const text = local.toISOString();
  return {
    year,
    month,
    day,
    /** `17/02/2020` */
    date: `${two(day)}/${two(month)}/${year}`,
    /** `15:47` */
    time: text.slice(11, 16),
    /** For `datetime`: `2020-02-17T15:47+07:00` */
    machine: `${text.slice(0, 16)}+07:00`,
    /** `2020-02-17T15:47:00+07:00` */
    rfc3339: `${text.slice(0, 19)}+07:00`,
  };
}

/** `Mon, 17 Feb 2020 15:47:00 +0700` */
export function rfc822(date) {
  return inZone(date).toUTCString().replace('GMT', '+0700');
}

/** A year, a month of it or a day: `năm 2020`, `tháng 2 năm 2020`, `ngày 17/02/2020`. */
export function periodTitle([year, month, day]) {
  if (day !== undefined) return `ngày ${two(day)}/${two(month)}/${year}`;
  return month === undefined ? `năm ${year}` : `tháng ${month} năm ${year}`;
}
