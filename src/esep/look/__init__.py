"""Which colours and letters does everything we print share?"""
