/** A moderator by their name, which Discord fills in without calling them; what is no member's id is Parley itself. */
export function moderatorMark(user: string): string {
  return /^\d{17,20}$/u.test(user) ? `<@${user}>` : 'Parley';
}
