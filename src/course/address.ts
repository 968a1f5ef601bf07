/** Addresses of the site's own pages, below whatever path the site lies at. */

/** `address('/glossary/')` is `/course/glossary/` on a site that lies below `/course/`. */
export function address(path: `/${string}`): string {
  return import.meta.env.BASE_URL.replace(/\/$/, '') + path;
}

/** A lesson's address, which is how its text is linked to in MDX: `/<lesson>/`. */
export function lessonAddress(lesson: string): string {
  return address(`/${lesson}/`);
}
