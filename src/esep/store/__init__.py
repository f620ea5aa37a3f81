"""What is known, and since when: snapshots of bytes, releases, and the rows they brought."""
