/** Addresses by which a reader hands an article on: plain links, which ask nobody anything until they are followed. */
export interface ShareLinks {
  readonly zalo: string;
  readonly facebook: string;
  readonly email: string;
}

/** `url` is the article's full address, in ASCII as all of them are. */
export function shareLinks(title: string, url: string): ShareLinks {
  // What Zalo's own button opens: the address in JSON, in Base64.
  const zalo = btoa(JSON.stringify({ url }));
  const encoded = encodeURIComponent(url);
  return {
    zalo: `https://button-share.zalo.me/share_external?d=${encodeURIComponent(zalo)}&shareType=0`,
    facebook: `https://www.facebook.com/sharer/sharer.php?u=${encoded}`,
    email: `mailto:?subject=${encodeURIComponent(title)}&body=${encoded}`,
  };
}
