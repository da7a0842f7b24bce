import type { MarkdownDocument } from '../markdown-document.ts';
import { isPlaceholder } from '../placeholder.ts';

/** The value behind the first of these labels (`**Version:** 2025-05-22`) that is not a placeholder; null where there is none. */
export function cardField({ fields }: MarkdownDocument, label: RegExp): string | null {
  const found = fields.find(({ name, value }) => label.test(name) && !isPlaceholder(value));
  return found === undefined ? null : found.value.slice(0, 300).toWellFormed();
}

/** The title of a card without the words that only say that it is one; null where that leaves nothing. */
export function bareTitle(title: string | null): string | null {
  const bare = (title ?? '').replaceAll(/<[^<>]*>/g, ' ').replace(/^\s*(?:model|dataset|data) ?card(?:\s*(?:for|of|[:：–-]))?\s*/i, '').replace(/\s*(?:(?:model|dataset|data) ?card|(?:模型|数据集?)卡片?)\s*$/i, '').replaceAll(/\s+/g, ' ').trim();
  return isPlaceholder(bare) ? null : bare.slice(0, 200).toWellFormed();
}
