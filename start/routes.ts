import '#start/routes/health'
import '#start/routes/api'
import '#start/routes/console'
import '#start/routes/live'
