"""What callers say, with the orders that it must become, and the noise that a phone line adds."""
