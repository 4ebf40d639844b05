"""The operating system as the app sees it: folders, locks, processes, clock."""
