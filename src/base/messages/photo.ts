/** Whether a file that cannot be published is a picture by its name: what phones and scanners save. */
export function isPhoto(file: string): boolean {
  return /\.(?:hei[cf]|bmp|dng|cr2|nef|psd|jxl|jfif)$/i.test(file);
}
