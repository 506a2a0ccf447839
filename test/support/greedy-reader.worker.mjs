// A reader that a hostile file makes keep ever more.
const kept = [];
for (;;) kept.push(Array.from({ length: 1_000_000 }).fill(0.5));
