/** A page of a portal as its text is handed in: the shape of the real thing, with sentences of our own. */
export const PORTAL_TEXT = `Đảng - đoàn thể

Hội Nông dân phường ra quân trồng cây đầu xuân
Ngày đăng 11/02/2019 | 08:05  | Lượt xem: 1.312

Sáng 10/02/2019, tại bãi Giữa, Hội Nông dân phường cùng 3 chi hội trồng 120 cây xoan, cây sấu dọc đường bê tông 2 - 4 tổ dân phố 8.

Chủ trương "Mỗi hội viên một cây xanh" được nêu từ đại hội nhiệm kỳ 2018 - 2023; các chi hội đã đăng ký theo mẫu ke_hoach_2019.doc & gửi về trước Tết.

2019. Đó cũng là năm thứ ba phường làm theo cách này:

- Chi hội 1 nhận 40 cây, chăm sóc đến hết mùa mưa; giống do trung tâm khuyến nông cấp.

- Chi hội 2 nhận 50 cây *(có 20 cây sấu)*; mỗi cây một thẻ ghi tên người trồng.

- Chi hội 3 nhận 30 cây.

+ Ai chưa trồng kịp thì trồng bù vào chủ nhật tới.
Thông tin thêm: https://vidu.example/trong_cay/_2019_/ hoặc gọi số trực.

                                                            Ban Biên tập
`;

/** The words of its text, a paragraph or an item of a list each. */
export const PARAGRAPHS: readonly string[] = PORTAL_TEXT.split('\n')
  .slice(4)
  .map((line) => line.trim().replace(/^- /, ''))
  .filter((line) => line !== '');
