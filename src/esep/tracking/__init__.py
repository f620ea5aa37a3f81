"""What lives in no statistics office: projects, programmes, plans, meetings and instructions."""
