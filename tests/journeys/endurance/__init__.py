"""Power cuts, full disks, lost files, other versions, other hands: what was kept is there, and what was not is told."""
