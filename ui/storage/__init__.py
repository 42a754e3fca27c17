"""What people leave behind: feedback, unanswered questions, HR's test cases and runs."""
