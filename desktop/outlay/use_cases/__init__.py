"""What Outlay can do: one file each, one public function."""
