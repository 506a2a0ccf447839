// A reader that a hostile file has caught: it never answers and never yields.
for (;;);
