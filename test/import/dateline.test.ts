import { describe, expect, it } from 'vitest';
import { formatRfc3339, VIETNAM } from '../../src/base/time.ts';
import { readDateline } from '../../src/import/dateline.ts';

function read(line: string): { time: string; views: string | undefined } | undefined {
  const dateline = readDateline(line.normalize('NFC').replace(/\s+/g, ' ').trim(), VIETNAM);
  if (dateline === undefined) return undefined;
  const { result, views } = dateline;
  if (!('time' in result)) return { time: result.fault, views };
  const time = formatRfc3339(result.time, VIETNAM).replace('+07:00', '');
  return { time: result.time.hasTime ? time : time.slice(0, 10), views };
}

describe('the line with the date', () => {
  it.each([
    ['Ngày đăng 17/02/2020 | 15:47  | Lượt xem: 405', '2020-02-17T15:47:00', '405'],
    ['Ngày đăng 21/01/2023 | 23:17  | Lượt xem: 1656', '2023-01-21T23:17:00', '1656'],
    ['03:25 PM 30/09/2019  |   Lượt xem: 458  |', '2019-09-30T15:25:00', '458'],
    ['Lượt xem: 7370 | Gửi lúc: 05/12/2013 15:42:27', '2013-12-05T15:42:27', '7370'],
    ['Đăng ngày 15-05-2022 10:48', '2022-05-15T10:48:00', undefined],
    ['Ngày đăng: 09:52:46 01/09/2017', '2017-09-01T09:52:46', undefined],
    ['Đăng lúc: 29-07-2023 7:38 Sáng - Đã xem: 206 lượt xem', '2023-07-29T07:38:00', '206'],
  ])('is read as portals write it: %s', (line, time, views) => {
    expect(read(line)).toEqual({ time, views });
  });

  it.each([
    ['Ngày đăng 17/02/2020|15:47|Lượt xem:405', '2020-02-17T15:47:00', '405'],
    ['  NGÀY ĐĂNG :   17 / 02 / 2020   |  15 : 47  |  LƯỢT XEM :   405 ', '2020-02-17T15:47:00', '405'],
    ['Ngay dang 17.02.2020 9h05 Luot xem 405', '2020-02-17T09:05:00', '405'],
    ['17/2/2020', '2020-02-17', undefined],
    ['Ngày đăng 17/02/2020 | Lượt xem: 405', '2020-02-17', '405'],
    ['Lượt xem: 1.656 | Ngày đăng 21/01/2023 23:17', '2023-01-21T23:17:00', '1.656'],
    ['Lượt xem: 1 656 - 21/01/2023 23:17', '2023-01-21T23:17:00', '1 656'],
    ['Lượt xem: 405 21/01/2023 23:17', '2023-01-21T23:17:00', '405'],
    ['Lượt xem: 405 23:17 21/01/2023', '2023-01-21T23:17:00', '405'],
    ['21/01/2023 - 1.656 lượt xem', '2023-01-21', '1.656'],
    ['Cập nhật lúc 21/01/2023 23:17. Số lần xem: 12', '2023-01-21T23:17:00', '12'],
  ])('is read in any spacing, order and case: %s', (line, time, views) => {
    expect(read(line)).toEqual({ time, views });
    expect(read(line.normalize('NFD'))).toEqual({ time, views });
    expect(read(line.replace(/ /g, '\u00a0'))).toEqual({ time, views });
  });

  it.each([
    ['7:38 Sáng', '07:38'],
    ['3:05 Chiều', '15:05'],
    ['7:30 Tối', '19:30'],
    ['11:30 Trưa', '11:30'],
    ['12:15 Trưa', '12:15'],
    ['1:15 Trưa', '13:15'],
    ['12:10 AM', '00:10'],
    ['12:10 PM', '12:10'],
    ['11:59 PM', '23:59'],
    ['12:05 SA', '00:05'],
    ['3:05 CH', '15:05'],
    ['15:47 Chiều', '15:47'],
  ])('knows clocks of twelve hours: %s', (clock, time) => {
    expect(read(`Đăng lúc: 29-07-2023 ${clock}`)?.time).toBe(`2023-07-29T${time}:00`);
    expect(read(`${clock} 29/07/2023`)?.time).toBe(`2023-07-29T${time}:00`);
  });

  it.each([
    ['31/02/2020', 'range'],
    ['17/02/2020 24:01', 'range'],
    ['17/02/2020 15:60', 'range'],
    ['17/02/2020 15:47 Sáng', 'range'],
    ['17/02/2020 0:47 PM', 'range'],
    ['17/02/2020 12:30 Tối', 'range'],
    ['02/17/2020 15:47', 'month-first'],
  ])('says what is wrong with %s', (line, fault) => {
    expect(read(`Ngày đăng ${line} | Lượt xem: 405`)?.time).toBe(fault);
  });

  it.each([
    'Ngày 14/02/2020, hội đã làm việc với chi hội 3',
    'Sơ kết ngày 17/02/2020',
    'Ngày đăng',
    'Lượt xem: 405',
    'Ngày đăng 17/02/2020 | Cập nhật 18/02/2020',
    'Ngày đăng 17/02/2020 15:47 | 16:00',
    'Ngày đăng 17/02/2020 | 405',
    'Ngày đăng 17/02/2020 | Lượt xem: 1,2K',
    'Ngày đăng 17/02-2020',
    'Ngày đăng 17/02/20200',
    'Đăngg 17/02/2020',
    '',
  ])('is nothing that holds more or less than that: %s', (line) => {
    expect(read(line)).toBeUndefined();
  });

  it('tells where the date is and how it was written', () => {
    const dateline = readDateline('Lượt xem: 7370 | Gửi lúc: 31/02/2013 15:42:27', VIETNAM);
    expect(dateline).toMatchObject({ column: 27, written: '31/02/2013 15:42:27' });
  });
});
