/** iPhones and iPads have no app for such links, and would do nothing. */
export const opensGeo = (userAgent = navigator.userAgent, touches = navigator.maxTouchPoints): boolean =>
  !/iPhone|iPad|iPod/.test(userAgent) && !(userAgent.includes("Macintosh") && touches > 1);
