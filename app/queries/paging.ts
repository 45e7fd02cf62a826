export type PageInput = { term: string; page: number };
export type Paging = { page: number; pages: number; total: number };

export const pagingOf = (page: number, size: number, total: number): Paging => ({
  page,
  total,
  pages: Math.max(1, Math.ceil(total / size)),
});
