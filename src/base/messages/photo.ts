/** Whether a file that no browser shows is a picture by its name: what phones and scanners save. */
export function isPhoto(file: string): boolean {
  return /\.(?:hei[cf]|tiff?|bmp|dng|cr2|nef|psd|jxl|jfif)$/i.test(file);
}
