"""Alembic's way in: run the migrations on the connection we were given, in its transaction."""

from alembic import context

from esep.store.registers.tables import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, transactional_ddl=False)
context.run_migrations()
