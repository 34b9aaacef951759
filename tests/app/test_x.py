from tests.app.conftest import *
import cProfile,pstats,time
def test_x(launch):
    launch()
    t=time.time(); launch(idle=False); print("noidle",time.time()-t)
    t=time.time(); d=launch(); print("idle",time.time()-t)
    p=cProfile.Profile(); p.enable(); launch(); p.disable()
    pstats.Stats(p).sort_stats("cumtime").print_stats(35)
