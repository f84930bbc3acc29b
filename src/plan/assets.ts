import { fingerprint } from '../base/fingerprint.ts';
import type { Page } from './page.ts';

/** Files of `templates/assets/` by name, at addresses with their content's hash, so that they never grow stale. */
export type AssetAddresses = ReadonlyMap<string, string>;

export interface AssetFile {
  /** Relative to `templates/assets/`. */
  readonly name: string;
  /** For messages. */
  readonly source: string;
  readonly bytes: Uint8Array;
}

export function assetAddresses(assets: readonly AssetFile[]): AssetAddresses {
  return new Map(assets.map((asset) => [asset.name, addressOf(asset)]));
}

/** `/assets/style.0123456789.css` */
export function addressOf(asset: AssetFile): string {
  const hash = fingerprint(asset.bytes).slice(0, 10);
  return `/assets/${asset.name.replace(/(\.[^./]*)?$/, `.${hash}$1`)}`;
}

export function planAssets(assets: readonly AssetFile[]): Page[] {
  return assets.map((asset) => ({
    path: addressOf(asset).slice(1),
    source: asset.source,
    content: () => ({ kind: 'asset', bytes: asset.bytes }),
  }));
}
